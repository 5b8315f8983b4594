"""Runs Nullcline's benchmarks and those of its peers in turn, one thread on one core, and prints the ratios.

    python3 compare.py [--nullcline ../../nullcline] [--core 0] [--rounds 1] [--libtorch] [train] [sinkhorn] [population]

Needs PyTorch, JAX with optax, or geomloss in the Python that runs it; what is missing is left out. With --libtorch, training
is compared with PyTorch's own library without Python as well, which Maven fetches (mvn and a JDK 25 are needed). The two sides
of a row run one after the other, so that a machine that is busy for a while disturbs both; with several rounds they do so
several times, and each side counts with the middle one of its medians (the lower one of two), the peak with the round it was
measured in. Ratios above 1: Nullcline is faster.
"""

import argparse
import json
import math
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CELLS = ("vanilla", "ugrnn", "gru", "lstm")
SIZES = (64, 128, 256)
BAR = {64: 2.0, 128: 2.0, 256: 1.4}
POPULATION_BAR = 1.9


def run(command, core, environment=None):
    pinned = ["taskset", "-c", str(core), *command] if core is not None else list(command)
    done = subprocess.run(pinned, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, env=environment)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def peers(what, core, *options):
    return run([sys.executable, str(HERE / "peers.py"), what, *options], core)["cases"]


class Libtorch:
    """The peer of TorchPeer.java, with libraries from Maven's repository."""

    VERSIONS = {"pytorch": "2.10.0-1.5.13", "openblas": "0.3.31-1.5.13", "javacpp": "1.5.13"}

    def __init__(self, java):
        self.java = java
        self.libraries = []
        repository = pathlib.Path.home() / ".m2" / "repository" / "org" / "bytedeco"
        for name, version in self.VERSIONS.items():
            for classifier in ("", "-linux-x86_64"):
                jar = repository / name / version / f"{name}-{version}{classifier}.jar"
                if not jar.exists():
                    artifact = f"org.bytedeco:{name}:{version}:jar" + (classifier and ":" + classifier[1:])
                    subprocess.run(["mvn", "-q", "dependency:get", "-Dtransitive=false", f"-Dartifact={artifact}"], check=True)
                self.libraries.append(str(jar))

    def cases(self, core, cell, hidden):
        command = [self.java, "--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.nopointergc=true",
                   "-cp", os.pathsep.join(self.libraries), str(HERE / "TorchPeer.java"), cell, str(hidden), "64", "100"]
        return run(command, core, {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})["cases"]


def in_turn(rounds, command, core, measure_peers):
    """Measures both sides in turn: our middle case, with what is said of the machine, and that of each library."""
    own = []
    others = {}
    for _ in range(rounds):
        output = run(command, core)
        own.append({**output, **output["cases"][0]})
        for case in measure_peers():
            others.setdefault(case["library"], []).append(case)
    return middle(own), [middle(cases) for cases in others.values()]


def middle(cases):
    """The case of the middle median; the lower one of two."""
    return sorted(cases, key=lambda case: case["median_ms"])[(len(cases) - 1) // 2]


def train(nullcline, core, libtorch, rounds):
    print("| cell | H | nullcline ms | peers ms | ratio to the best | bar | share of the core's peak |")
    print("|---|---|---|---|---|---|---|")
    ratios = []
    met = True
    for cell in CELLS:
        for hidden in SIZES:
            options = ("--cell", cell, "--hidden", str(hidden))
            mine, others = in_turn(
                rounds, [nullcline, "bench", "train", "--json", *options], core,
                lambda: peers("train", core, *options) + (libtorch.cases(core, cell, hidden) if libtorch else []))
            names = ", ".join(f"{case['library'].split()[0]} {case['median_ms']:.1f}" for case in others)
            if others:
                ratio = min(case["median_ms"] for case in others) / mine["median_ms"]
                ratios.append(ratio)
                met &= ratio >= BAR[hidden]
            share = mine["share_of_peak"]
            met &= hidden == 64 or share >= 0.7
            print(f"| {cell} | {hidden} | {mine['median_ms']:.2f} | {names or 'none installed'} | "
                  f"{f'{ratio:.2f}' if others else ''} | {BAR[hidden]} | {100 * share:.0f} % of {mine['peak_gigaflops']:.0f} GFLOPS |",
                  flush=True)
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        met &= mean >= 2
        print(f"\nGeometric mean of the ratios: {mean:.2f}. Processor: {mine['processor']}, {mine['vector_instructions']}; "
              f"{mine['kernels_single']}. The bar is {'met' if met else 'not met'} in this run.")


def sinkhorn(nullcline, core, rounds):
    for sequences in (1024, 4096):
        options = ("--batch", str(sequences), "--steps", "100")
        mine, others = in_turn(rounds, [nullcline, "bench", "sinkhorn", "--json", *options], core,
                               lambda: peers("sinkhorn", core, *options))
        for case in others:
            print(f"Sinkhorn, N = {sequences}, T = 100, K = 3: nullcline {mine['median_ms']:.0f} ms, {case['library']} "
                  f"{case['median_ms']:.0f} ms, ratio {case['median_ms'] / mine['median_ms']:.1f}", flush=True)


def population(nullcline, rounds):
    command = [nullcline, "bench", "population", "--json", "--networks", "2", "--jobs", "2"]
    ratios = [run(command, None)["cases"][0]["speed_up"] for _ in range(rounds)]
    counts = sorted(ratios)[(rounds - 1) // 2]
    print(f"Two networks at once against one after the other: {', '.join(f'{ratio:.3f}' for ratio in ratios)} times as many per hour; "
          f"{counts:.3f} counts, the bar of {POPULATION_BAR} is {'met' if counts >= POPULATION_BAR else 'not met'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("what", nargs="*", default=[], help="train, sinkhorn, population; all without it")
    parser.add_argument("--nullcline", default=str(HERE.parent.parent / "nullcline"))
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=1, help="how often both sides take turns")
    parser.add_argument("--libtorch", action="store_true", help="compare training with PyTorch's library, without Python")
    parser.add_argument("--java", default="java", help="a Java 25 for --libtorch")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: expected a whole number above 0")
    what = options.what or ["train", "sinkhorn", "population"]
    nullcline = os.path.abspath(options.nullcline)
    if "train" in what:
        train(nullcline, options.core, Libtorch(options.java) if options.libtorch else None, options.rounds)
    if "sinkhorn" in what:
        sinkhorn(nullcline, options.core, options.rounds)
    if "population" in what:
        population(nullcline, options.rounds)


if __name__ == "__main__":
    main()
