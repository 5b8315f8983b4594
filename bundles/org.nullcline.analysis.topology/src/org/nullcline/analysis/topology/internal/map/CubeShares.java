package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.nullcline.core.analysis.Finding;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.MemoryCube;
import org.nullcline.dynamics.NetworkShare;

/** In how many networks the fixed points are those of an ideal memory: corners, edges and faces of a cube. */
final class CubeShares {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1; Sussillo & Barak 2013";
	private static final String OF_GRAPH = "Maheswaranathan et al. 2019, Fig. 1e";

	private CubeShares() {
	}

	/**
	 * @param networks for each network its points under each input; a claim holds in a network if it does under every input
	 * @param memories of the task; no findings without any
	 */
	static List<Finding> of(List<List<CubeOfNetwork>> networks, List<double[]> memories, LeftOut left) {
		List<Finding> findings = new ArrayList<>();
		if (memories.isEmpty()) {
			return findings;
		}
		findings.add(share(networks, cube -> cube.onePointPerMemory(memories.size())).finding(
				"In most networks there is exactly one stable fixed point at each memory and no other.",
				"one stable point at each of " + memories.size() + " memories", REFERENCE, left.sentence().strip()));
		Optional<MemoryCube> corners = MemoryCube.of(memories);
		if (corners.isEmpty()) {
			return findings;
		}
		int bits = corners.get().bits();
		findings.add(share(networks, cube -> cube.countsOfCube(bits)).finding(
				"In most networks the fixed points are as many, by number of unstable directions, as the corners, edges and cells of higher dimension of a "
						+ bits + "-dimensional cube.",
				"these counts", OF_GRAPH,
				"A search can miss points: fewer than these may be there unseen, more than these are there." + left.sentence()));
		List<List<CubeOfNetwork>> clear = networks.stream()
				.filter(network -> network.stream().noneMatch(CubeOfNetwork::hasOpenEdges)).toList();
		int open = networks.size() - clear.size();
		findings.add(share(clear, cube -> cube.edgesOfCube(corners.get())).finding(
				"In most networks the saddles with one unstable direction are the edges of the cube of memories: each joins two memories that differ in one output, and every edge has one saddle.",
				"these edges", OF_GRAPH,
				(open > 0 ? open + " further networks leave it open: trajectories still move after the permitted steps." : "")
						+ left.sentence()));
		return findings;
	}

	private static NetworkShare share(List<List<CubeOfNetwork>> networks, Predicate<CubeOfNetwork> holds) {
		return NetworkShare.of(networks, network -> network.stream().allMatch(holds));
	}
}
