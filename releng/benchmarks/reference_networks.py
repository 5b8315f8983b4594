"""Reference values that the tests of Nullcline are held against, from PyTorch and NumPy.

    python3 reference_networks.py parity DIR        parity-CELL.safetensors: outputs, gradients, 100 steps of Adam
    python3 reference_networks.py trained DIR       torch-CELL.safetensors: trained on the 3-bit flip-flop; and their states
    python3 reference_networks.py keras DIR         keras-CELL.npz in Keras's layout, and their states

The files of `parity` lie beside the tests of org.nullcline.architectures, where parity.txt describes them; the others
beside those of org.nullcline.app. Needs PyTorch, safetensors and NumPy; `keras` needs NumPy alone, since its forward passes
are written out from Keras's documentation.

All runs on one thread with fixed seeds; another release of PyTorch may give other last digits.
"""

import argparse
import os
import pathlib

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np

HIDDEN, INPUTS, OUTPUTS, BATCH, STEPS = 12, 3, 2, 6, 25
LEARNING_RATE, UPDATES = 2e-3, 100
# Rows of the weight arrays for each hidden unit.
BLOCKS = {"vanilla-tanh": 1, "vanilla-relu": 1, "ugrnn": 2, "gru": 3, "lstm": 4}


def parity(folder):
    import torch
    from safetensors.torch import save_file

    torch.set_num_threads(1)

    def step(cell, w, x, state):
        """One step; PyTorch's equations, which nn.RNN, nn.GRU and nn.LSTM are compared with below."""
        h = state[:, :HIDDEN]
        a = x @ w["weight_ih_l0"].T + w["bias_ih_l0"]
        b = h @ w["weight_hh_l0"].T + w["bias_hh_l0"]
        if cell == "vanilla-tanh":
            return torch.tanh(a + b)
        if cell == "vanilla-relu":
            return torch.relu(a + b)
        if cell == "ugrnn":
            gate, candidate = (a + b).chunk(2, 1)
            gate = torch.sigmoid(gate)
            return gate * h + (1 - gate) * torch.tanh(candidate)
        if cell == "gru":
            (ar, az, an), (br, bz, bn) = a.chunk(3, 1), b.chunk(3, 1)
            z = torch.sigmoid(az + bz)
            return (1 - z) * torch.tanh(an + torch.sigmoid(ar + br) * bn) + z * h
        i, f, g, o = (a + b).chunk(4, 1)
        c = torch.sigmoid(f) * state[:, HIDDEN:] + torch.sigmoid(i) * torch.tanh(g)
        return torch.cat((torch.sigmoid(o) * torch.tanh(c), c), 1)

    def states(cell, w, x):
        """[batch, time, state]: of the LSTM h and c side by side."""
        state = w["initial_state"].expand(x.shape[0], -1)
        all_states = []
        for t in range(x.shape[1]):
            state = step(cell, w, x[:, t], state)
            all_states.append(state)
        return torch.stack(all_states, 1)

    def library_states(cell, w, x):
        """The hidden states by PyTorch's own layer."""
        layer = {"vanilla-tanh": lambda: torch.nn.RNN(INPUTS, HIDDEN, batch_first=True),
                 "vanilla-relu": lambda: torch.nn.RNN(INPUTS, HIDDEN, nonlinearity="relu", batch_first=True),
                 "gru": lambda: torch.nn.GRU(INPUTS, HIDDEN, batch_first=True),
                 "lstm": lambda: torch.nn.LSTM(INPUTS, HIDDEN, batch_first=True)}[cell]().to(x.dtype)
        arrays = {name: w[name] for name in layer.state_dict()}
        initial = w["initial_state"].expand(1, x.shape[0], -1).contiguous()
        if cell == "lstm":
            initial = (initial[..., :HIDDEN].contiguous(), initial[..., HIDDEN:].contiguous())
        return torch.func.functional_call(layer, arrays, (x, initial))[0]

    def outputs(w, states):
        return states[..., :HIDDEN] @ w["readout.weight"].T + w["readout.bias"]

    for cell, blocks in BLOCKS.items():
        torch.manual_seed(1)
        bound = HIDDEN ** -0.5
        shapes = {"weight_ih_l0": (blocks * HIDDEN, INPUTS), "weight_hh_l0": (blocks * HIDDEN, HIDDEN),
                  "bias_ih_l0": (blocks * HIDDEN,), "bias_hh_l0": (blocks * HIDDEN,), "readout.weight": (OUTPUTS, HIDDEN),
                  "readout.bias": (OUTPUTS,), "initial_state": (2 * HIDDEN if cell == "lstm" else HIDDEN,)}
        # Single precision in all files, so that both precisions begin with the same numbers.
        begin = {name: (2 * torch.rand(shape) - 1) * bound for name, shape in shapes.items()}
        x32, y32 = torch.randn(BATCH, STEPS, INPUTS), torch.randn(BATCH, STEPS, OUTPUTS)
        content = {"inputs": x32, "targets": y32}
        content |= {"initial." + name: array for name, array in begin.items()}
        for precision, dtype in (("float32", torch.float32), ("float64", torch.float64)):
            w = {name: array.to(dtype, copy=True).requires_grad_() for name, array in begin.items()}
            x, y = x32.to(dtype), y32.to(dtype)
            found = states(cell, w, x)
            if cell != "ugrnn":
                difference = (library_states(cell, w, x) - found[..., :HIDDEN]).abs().max()
                assert difference < (1e-6 if dtype == torch.float32 else 1e-14), (cell, difference)
            if precision == "float64":
                content["float64.states"] = found.detach()
            content[precision + ".outputs"] = outputs(w, found).detach()
            optimizer = torch.optim.Adam(w.values(), lr=LEARNING_RATE)
            losses = []
            for update in range(UPDATES + 1):
                optimizer.zero_grad()
                loss = torch.nn.functional.mse_loss(outputs(w, states(cell, w, x)), y)
                losses.append(loss.item())
                loss.backward()
                if update == 0:
                    content |= {f"{precision}.gradient.{name}": array.grad.clone() for name, array in w.items()}
                if update < UPDATES:
                    optimizer.step()
            content |= {f"{precision}.final.{name}": array.detach() for name, array in w.items()}
            content[precision + ".losses"] = torch.tensor(losses, dtype=torch.float64)
        file = folder / f"parity-{cell}.safetensors"
        save_file({name: array.contiguous() for name, array in content.items()}, file)
        print(file, file.stat().st_size, "bytes; loss", losses[0], "to", losses[-1])


def flip_flop(torch, count, steps, generator, probability=0.05):
    """Pulses [trial, time, bit] and what is to be remembered; every bit has a pulse at the first step."""
    pulse = torch.rand(count, steps, 3, generator=generator) < probability
    pulse[:, 0] = True
    sign = 2.0 * (torch.rand(count, steps, 3, generator=generator) < 0.5) - 1
    x = pulse * sign
    y = x.clone()
    for t in range(1, steps):
        y[:, t] = torch.where(pulse[:, t], x[:, t], y[:, t - 1])
    return x, y


def trained(folder):
    import torch
    from safetensors.torch import save_file

    torch.set_num_threads(1)

    class Memory(torch.nn.Module):

        def __init__(self, layer):
            super().__init__()
            self.rnn = layer
            self.fc = torch.nn.Linear(layer.hidden_size, 3)

        def forward(self, x):
            states, _ = self.rnn(x)
            return states, self.fc(states)

    layers = {"vanilla": lambda: torch.nn.RNN(3, 32, batch_first=True), "gru": lambda: torch.nn.GRU(3, 24, batch_first=True),
              "lstm": lambda: torch.nn.LSTM(3, 24, batch_first=True)}
    for cell, layer in layers.items():
        torch.manual_seed(3)
        network = Memory(layer())
        if cell == "vanilla":
            # A network that remembers from the beginning learns in a tenth of the time.
            torch.nn.init.orthogonal_(network.rnn.weight_hh_l0)
        draw = torch.Generator().manual_seed(4)
        updates = 3000
        optimizer = torch.optim.Adam(network.parameters(), lr=5e-3)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, updates, 1e-5)
        for update in range(updates):
            x, y = flip_flop(torch, 32, 20 + 40 * update // updates, draw)
            loss = torch.nn.functional.mse_loss(network(x)[1], y)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        weights = folder / f"torch-{cell}.safetensors"
        save_file(network.state_dict(), weights)
        with torch.no_grad():
            x, y = flip_flop(torch, 2, 30, draw, 0.1)
            states, outputs = network(x)
            loss = torch.nn.functional.mse_loss(outputs, y).item()
        save_file({"inputs": x.contiguous(), "states": states.contiguous(), "outputs": outputs.contiguous()},
                  folder / f"torch-{cell}-states.safetensors")
        print(weights, weights.stat().st_size, "bytes; mean squared error", loss)


def keras(folder):
    def sigmoid(x):
        return 1 / (1 + np.exp(-x))

    def simple(kernel, recurrent, bias, x, h):
        return np.tanh(x @ kernel + h @ recurrent + bias)

    def gru_after(kernel, recurrent, bias, x, h):
        xz, xr, xh = np.split(x @ kernel + bias[0], 3, -1)
        hz, hr, hh = np.split(h @ recurrent + bias[1], 3, -1)
        z = sigmoid(xz + hz)
        return z * h + (1 - z) * np.tanh(xh + sigmoid(xr + hr) * hh)

    def gru_before(kernel, recurrent, bias, x, h):
        xz, xr, xh = np.split(x @ kernel + bias, 3, -1)
        uz, ur, uh = np.split(recurrent, 3, -1)
        z = sigmoid(xz + h @ uz)
        return z * h + (1 - z) * np.tanh(xh + (sigmoid(xr + h @ ur) * h) @ uh)

    def lstm(kernel, recurrent, bias, x, state):
        h, c = np.split(state, 2, -1)
        i, f, g, o = np.split(x @ kernel + h @ recurrent + bias, 4, -1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        return np.concatenate((sigmoid(o) * np.tanh(c), c), -1)

    units, inputs, outputs, trials, steps = 5, 2, 3, 2, 10
    random = np.random.default_rng(5)
    states = {}
    cells = (("vanilla", simple, 1, (units,), 1), ("gru", gru_after, 3, (2, 3 * units), 1),
             ("gru-reset-before", gru_before, 3, (3 * units,), 1), ("lstm", lstm, 4, (4 * units,), 2))
    for name, function, blocks, bias_shape, parts in cells:
        kernel, recurrent, bias = (random.normal(size=shape) for shape in
                                   ((inputs, blocks * units), (units, blocks * units), bias_shape))
        dense, dense_bias = random.normal(size=(units, outputs)), random.normal(size=outputs)
        x = random.normal(size=(trials, steps, inputs))
        state = np.zeros((trials, parts * units))
        visited = []
        for t in range(steps):
            state = function(kernel, recurrent, bias, x[:, t], state)
            visited.append(state)
        np.savez(folder / f"keras-{name}.npz", kernel=kernel, recurrent_kernel=recurrent, bias=bias,
                 **{"dense.kernel": dense, "dense.bias": dense_bias})
        states[name + ".inputs"] = x
        states[name + ".states"] = np.stack(visited, 1)
        states[name + ".outputs"] = states[name + ".states"][..., :units] @ dense + dense_bias
    np.savez(folder / "keras-states.npz", **states)
    print(*sorted(folder.glob("keras-*.npz")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("parity", "trained", "keras"))
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    {"parity": parity, "trained": trained, "keras": keras}[arguments.what](arguments.folder)


if __name__ == "__main__":
    main()
