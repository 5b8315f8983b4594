"""One training step of the same recurrent networks in PyTorch and JAX, and one Sinkhorn divergence in geomloss.

The work is what `nullcline bench` measures: forward pass, mean squared error, back-propagation through time and one step
of Adam, with 3 inputs and 3 outputs in float32 on one thread. A library that is not installed is left out.

    python3 peers.py train [--cell C --hidden H --batch B --steps T]
    python3 peers.py sinkhorn [--batch N --steps T]

Prints one JSON object: {"processor", "threads", "cases": [{"library", "cell", "hidden", "batch", "steps",
"median_ms", "minimum_ms", "maximum_ms", "repetitions"}]}.
"""

import argparse
import json
import os
import statistics
import time

# Before any library starts its threads.
for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ["XLA_FLAGS"] = os.environ.get("XLA_FLAGS", "") + \
    " --xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"

INPUTS = OUTPUTS = 3
CELLS = ("vanilla", "ugrnn", "gru", "lstm")
SIZES = (64, 128, 256)
LEARNING_RATE = 1e-3


def measure(step, seconds=1.5, warm_up=3, at_least=5):
    """Times a function until it has been called for some seconds."""
    for _ in range(warm_up):
        step()
    times = []
    end = time.perf_counter() + seconds
    while len(times) < at_least or time.perf_counter() < end:
        start = time.perf_counter()
        step()
        times.append(1e3 * (time.perf_counter() - start))
    return {"median_ms": round(statistics.median(times), 4), "minimum_ms": round(min(times), 4),
            "maximum_ms": round(max(times), 4), "repetitions": len(times)}


def torch_step(torch, cell, hidden, batch, steps):
    torch.manual_seed(0)

    class UpdateGateNetwork(torch.nn.Module):
        """PyTorch has no UGRNN: the natural way to write one, with the input projected for all steps at once."""

        def __init__(self):
            super().__init__()
            self.input = torch.nn.Linear(INPUTS, 2 * hidden)
            self.recurrent = torch.nn.Linear(hidden, 2 * hidden)

        def forward(self, x):
            driven = self.input(x)
            h = x.new_zeros(x.shape[1], hidden)
            states = []
            for t in range(x.shape[0]):
                gate, candidate = (driven[t] + self.recurrent(h)).chunk(2, 1)
                gate = torch.sigmoid(gate)
                h = gate * h + (1 - gate) * torch.tanh(candidate)
                states.append(h)
            return torch.stack(states), h

    recurrent = {"vanilla": lambda: torch.nn.RNN(INPUTS, hidden), "ugrnn": UpdateGateNetwork,
                 "gru": lambda: torch.nn.GRU(INPUTS, hidden), "lstm": lambda: torch.nn.LSTM(INPUTS, hidden)}[cell]()
    readout = torch.nn.Linear(hidden, OUTPUTS)
    optimizer = torch.optim.Adam([*recurrent.parameters(), *readout.parameters()], lr=LEARNING_RATE)
    x = torch.randn(steps, batch, INPUTS)
    y = torch.randn(steps, batch, OUTPUTS)

    def step():
        optimizer.zero_grad(set_to_none=True)
        states, _ = recurrent(x)
        loss = torch.nn.functional.mse_loss(readout(states), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def jax_step(jax, optax, cell, hidden, batch, steps):
    import jax.numpy as jnp
    blocks = {"vanilla": 1, "ugrnn": 2, "gru": 3, "lstm": 4}[cell]
    keys = jax.random.split(jax.random.PRNGKey(0), 5)
    scale = hidden ** -0.5
    weights = {"w_x": scale * jax.random.normal(keys[0], (INPUTS, blocks * hidden)),
               "w_h": scale * jax.random.normal(keys[1], (hidden, blocks * hidden)),
               "b_x": jnp.zeros(blocks * hidden), "b_h": jnp.zeros(blocks * hidden),
               "w_o": scale * jax.random.normal(keys[2], (hidden, OUTPUTS)), "b_o": jnp.zeros(OUTPUTS)}
    x = jax.random.normal(keys[3], (steps, batch, INPUTS))
    y = jax.random.normal(keys[4], (steps, batch, OUTPUTS))

    def update(weights, state, driven):
        recurrent = state[0] @ weights["w_h"] + weights["b_h"]
        h = state[0]
        if cell == "vanilla":
            return (jnp.tanh(driven + recurrent),)
        if cell == "ugrnn":
            gate, candidate = jnp.split(driven + recurrent, 2, 1)
            gate = jax.nn.sigmoid(gate)
            return (gate * h + (1 - gate) * jnp.tanh(candidate),)
        if cell == "gru":
            driven_reset, driven_update, driven_candidate = jnp.split(driven, 3, 1)
            reset, keep, candidate = jnp.split(recurrent, 3, 1)
            reset = jax.nn.sigmoid(driven_reset + reset)
            keep = jax.nn.sigmoid(driven_update + keep)
            return ((1 - keep) * jnp.tanh(driven_candidate + reset * candidate) + keep * h,)
        enter, forget, candidate, leave = jnp.split(driven + recurrent, 4, 1)
        c = jax.nn.sigmoid(forget) * state[1] + jax.nn.sigmoid(enter) * jnp.tanh(candidate)
        return (jax.nn.sigmoid(leave) * jnp.tanh(c), c)

    def loss(weights):
        driven = x @ weights["w_x"] + weights["b_x"]
        zero = jnp.zeros((batch, hidden))

        def scan(state, now):
            state = update(weights, state, now)
            return state, state[0]

        _, states = jax.lax.scan(scan, (zero, zero) if cell == "lstm" else (zero,), driven)
        return jnp.mean((states @ weights["w_o"] + weights["b_o"] - y) ** 2)

    optimizer = optax.adam(LEARNING_RATE)

    @jax.jit
    def train(weights, memory):
        value, gradient = jax.value_and_grad(loss)(weights)
        change, memory = optimizer.update(gradient, memory)
        return optax.apply_updates(weights, change), memory, value

    current = [weights, optimizer.init(weights)]

    def step():
        current[0], current[1], value = train(*current)
        return value.block_until_ready()

    return step


def train_cases(cells, sizes, batch, steps):
    libraries = {}
    try:
        import torch
        torch.set_num_threads(1)
        libraries["torch " + torch.__version__] = lambda *case: torch_step(torch, *case)
    except ImportError:
        pass
    try:
        import jax
        import optax
        libraries["jax " + jax.__version__] = lambda *case: jax_step(jax, optax, *case)
    except ImportError:
        pass
    for cell in cells:
        for hidden in sizes:
            for library, make in libraries.items():
                yield {"library": library, "cell": cell, "hidden": hidden, "batch": batch, "steps": steps,
                       **measure(make(cell, hidden, batch, steps))}


def sinkhorn_cases(sequences, steps, symbols=3):
    try:
        import torch
        from geomloss import SamplesLoss
    except ImportError:
        return
    torch.set_num_threads(1)
    generator = torch.Generator().manual_seed(0)

    def draw():
        index = torch.randint(symbols, (sequences, steps), generator=generator)
        return torch.nn.functional.one_hot(index, symbols).float().reshape(sequences, -1)

    x, y = draw().requires_grad_(), draw()
    divergence = SamplesLoss(blur=0.2, backend="tensorized")

    def step():
        return torch.autograd.grad(divergence(x, y), x)

    yield {"library": "geomloss", "cell": "sinkhorn", "hidden": symbols, "batch": sequences, "steps": steps,
           **measure(step, seconds=1, warm_up=1, at_least=3)}


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return "unknown"


def main():
    parser = argparse.ArgumentParser(description="The peers' side of `nullcline bench`")
    parser.add_argument("what", choices=("train", "sinkhorn"))
    parser.add_argument("--cell", choices=CELLS)
    parser.add_argument("--hidden", type=int)
    parser.add_argument("--batch", type=int)
    parser.add_argument("--steps", type=int, default=100)
    options = parser.parse_args()
    if options.what == "train":
        cases = train_cases([options.cell] if options.cell else CELLS, [options.hidden] if options.hidden else SIZES,
                            options.batch or 64, options.steps)
    else:
        cases = sinkhorn_cases(options.batch or 4096, options.steps)
    print(json.dumps({"processor": processor(), "threads": 1, "cases": list(cases)}, indent=1))


if __name__ == "__main__":
    main()
