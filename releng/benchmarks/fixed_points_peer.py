"""Searches for the fixed points of one network with Nullcline and with the public finder for PyTorch, and prints both times.

    python3 fixed_points_peer.py --finder DIR --network FILE [--seeds 1024] [--tolerance 1e-12] [--threads 1] [--core N] [--json]

DIR holds FixedPointFinderTorch.py (https://github.com/mattgolub/fixed-point-finder); FILE is the weights.safetensors of a
GRU (variant reset-after, which is PyTorch's) or of a tanh network without further options. Both sides have the same weights,
the same seeds, the input 0 and the same tolerance for q; the finder has its default settings otherwise. Seeds are what the
finder's example takes: states on trials with random pulses, and Gaussian noise with a standard deviation of 0.5 on top.

Times are those of the search alone, on warm programs: the finder's whole find_fixed_points, which also decomposes Jacobians,
and Nullcline's search with eigenvalues. Nullcline runs on one thread; --threads is for PyTorch.
"""

import argparse
import contextlib
import io
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time

import numpy

HERE = pathlib.Path(__file__).resolve().parent


def read_safetensors(path):
    """All arrays of a file and the texts of its header."""
    content = pathlib.Path(path).read_bytes()
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:8 + length])
    texts = header.pop("__metadata__", {})
    arrays = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        kind = {"F64": "<f8", "F32": "<f4"}[entry["dtype"]]
        arrays[name] = numpy.frombuffer(content[8 + length + begin:8 + length + end], kind).reshape(entry["shape"])
    return arrays, texts


def recurrent_module(torch, arrays, texts):
    """The network without its readout as a module of PyTorch in single precision, the finder's default."""
    inputs = arrays["weight_ih_l0"].shape[1]
    units = arrays["weight_hh_l0"].shape[1]
    cell = texts["architecture"]
    parameters = json.loads(texts.get("architecture.parameters", "{}"))
    if cell == "gru" and parameters.get("variant") == "reset-after":
        module = torch.nn.GRU(inputs, units, batch_first=True)
    elif cell == "vanilla":
        module = torch.nn.RNN(inputs, units, batch_first=True)
    else:
        sys.exit(f"{cell} {parameters}: PyTorch's module and this network are different maps")
    module.load_state_dict({name: torch.tensor(arrays[name], dtype=torch.float32) for name in module.state_dict()})
    return module


def seeds(torch, module, arrays, count):
    """States on trials of random pulses, with noise, [seed, unit]."""
    random = numpy.random.RandomState(0)
    trials, steps, inputs = 128, 100, module.input_size
    pulses = (random.rand(trials, steps, inputs) < 0.05) * random.choice([-1.0, 1.0], (trials, steps, inputs))
    start = numpy.tile(arrays["initial_state"], (1, trials, 1))
    with torch.no_grad():
        states, _ = module(torch.tensor(pulses, dtype=torch.float32), torch.tensor(start, dtype=torch.float32))
    states = states.numpy().reshape(trials * steps, -1)
    chosen = states[random.randint(len(states), size=count)].astype(float)
    return chosen + 0.5 * random.randn(*chosen.shape)


def run_finder(folder, module, starts, tolerance):
    """The time of a search in seconds, and what it found."""
    sys.path.insert(0, str(folder))
    from FixedPointFinderTorch import FixedPointFinderTorch
    finder = FixedPointFinderTorch(module, tol_q=tolerance, verbose=False)
    nothing = numpy.zeros((1, module.input_size), numpy.float32)
    with contextlib.redirect_stdout(io.StringIO()):
        begin = time.perf_counter()
        unique, everything = finder.find_fixed_points(starts.astype(numpy.float32), nothing)
        seconds = time.perf_counter() - begin
    return {"seconds": seconds, "points": int(unique.n), "points_within_tolerance": int((unique.qstar <= tolerance).sum()),
            "seeds_within_tolerance": int((everything.qstar <= tolerance).sum()), "iterations": int(everything.n_iters[0])}


def run_nullcline(command, network, seeds_file, tolerance, core):
    pinned = ["taskset", "-c", str(core)] if core is not None else []
    done = subprocess.run([*pinned, command, "bench", "fixed-points", "--json", "--network", str(network), "--seeds-file",
                           str(seeds_file), "--tolerance", repr(tolerance)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"nullcline bench failed with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    case = json.loads(done.stdout)["cases"][0]
    return {"seconds": case["median_ms"] / 1000, "points": int(case["points"]), "slow_points": int(case["slow_points"]),
            "seeds_within_tolerance": int(case["seeds_explained"])}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--finder", required=True, type=pathlib.Path, help="folder of FixedPointFinderTorch.py")
    parser.add_argument("--network", required=True, type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=1024)
    parser.add_argument("--tolerance", type=float, default=1e-12)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--core", type=int, default=None, help="pins both sides to one core")
    parser.add_argument("--nullcline", default=str(HERE.parent.parent / "nullcline"))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.core is not None:
        os.sched_setaffinity(0, {options.core})

    import torch
    torch.set_num_threads(options.threads)
    arrays, texts = read_safetensors(options.network)
    module = recurrent_module(torch, arrays, texts)
    starts = seeds(torch, module, arrays, options.seeds)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "seeds.npy"
        numpy.save(file, starts)
        ours = run_nullcline(options.nullcline, options.network, file, options.tolerance, options.core)
    run_finder(options.finder, module, starts[:8], 1.0)
    theirs = run_finder(options.finder, module, starts, options.tolerance)
    result = {"network": f"{texts['architecture']} of {module.hidden_size} units", "seeds": options.seeds,
              "tolerance": options.tolerance, "torch": torch.__version__, "torch_threads": options.threads,
              "fixed_point_finder": theirs, "nullcline": ours, "ratio": theirs["seconds"] / ours["seconds"]}
    if options.json:
        print(json.dumps(result, indent=2))
        return
    print(f"{result['network']}, {options.seeds} seeds, q of at most {options.tolerance:g}")
    print(f"fixed-point-finder, PyTorch {result['torch']}, {options.threads} threads: {theirs['seconds']:.2f} s, "
          f"{theirs['points']} unique points, {theirs['points_within_tolerance']} of them within the tolerance, "
          f"{theirs['seeds_within_tolerance']} seeds within the tolerance, {theirs['iterations']} iterations")
    print(f"nullcline, 1 thread: {ours['seconds']:.3f} s, {ours['points']} fixed points and {ours['slow_points']} slow points, "
          f"{ours['seeds_within_tolerance']} seeds within the tolerance")
    print(f"ratio {result['ratio']:.1f}")


if __name__ == "__main__":
    main()
