"""Writes optimizer-reference.txt: optimizers, learning-rate schedules and the cross-entropy of PyTorch in double precision.

Needs torch (2.13 was used). Arrays "input" and "bias" are frozen in some steps: their gradient is None.
"""
import torch

torch.set_default_dtype(torch.float64)
STEPS = 25
SHAPES = {"recurrent": 4, "input": 2, "bias": 2, "initial": 2}
SIZE = sum(SHAPES.values())
WRITTEN = (1, 2, 6, 15, 25)
generator = torch.Generator().manual_seed(1)


def line(*words, values):
    print(*words, *(repr(float(v)) for v in values))


def frozen(name, step):
    return name == "input" and step <= 5 or name == "bias" and step > 15


start = torch.randn(SIZE, generator=generator)
curvature = torch.rand(SIZE, generator=generator) * 3 + 0.1
shifts = torch.randn(STEPS, SIZE, generator=generator)
rates = [0.05 * 0.97 ** step for step in range(STEPS)]

print("# Made by optimizer-reference.py with PyTorch", torch.__version__)
line("start", values=start)
line("curvature", values=curvature)
line("rates", values=rates)
for shift in shifts:
    line("shift", values=shift)


def train(title, make):
    weights = {name: w.clone().requires_grad_() for name, w in zip(SHAPES, start.split(list(SHAPES.values())))}
    optimizer = make(weights)
    print("optimizer", title)
    for step in range(1, STEPS + 1):
        at = 0
        for name, w in weights.items():
            end = at + SHAPES[name]
            gradient = curvature[at:end] * w.detach() + shifts[step - 1, at:end]
            w.grad = None if frozen(name, step) else gradient
            at = end
        for group in optimizer.param_groups:
            group["lr"] = rates[step - 1]
        optimizer.step()
        if step in WRITTEN:
            line("weights", step, values=torch.cat([w.detach() for w in weights.values()]))


def groups(weights, decay, decaying):
    return [{"params": [w], "weight_decay": decay if name in decaying else 0.0} for name, w in weights.items()]


optim = torch.optim
train("sgd", lambda w: optim.SGD(w.values()))
train("sgd momentum=0.9", lambda w: optim.SGD(w.values(), momentum=0.9))
train("sgd momentum=0.8 dampening=0.3", lambda w: optim.SGD(w.values(), momentum=0.8, dampening=0.3))
train("sgd momentum=0.9 nesterov=true", lambda w: optim.SGD(w.values(), momentum=0.9, nesterov=True))
train("adam", lambda w: optim.Adam(w.values()))
train("adam beta1=0.8 beta2=0.95 epsilon=0.1", lambda w: optim.Adam(w.values(), betas=(0.8, 0.95), eps=0.1))
train("adam beta1=0", lambda w: optim.Adam(w.values(), betas=(0.0, 0.999)))
train("adamw", lambda w: optim.AdamW(w.values()))
train("adamw weight-decay=0.5 beta2=0.99", lambda w: optim.AdamW(w.values(), weight_decay=0.5, betas=(0.9, 0.99)))
train("adamw weight-decay=0.5 weight-decay-scope=weights",
      lambda w: optim.AdamW(groups(w, 0.5, ("recurrent", "input"))))
train("adamw weight-decay=0.5 weight-decay-scope=recurrent", lambda w: optim.AdamW(groups(w, 0.5, ("recurrent",))))
train("rmsprop", lambda w: optim.RMSprop(w.values()))
train("rmsprop alpha=0.9 epsilon=0.01 momentum=0.7",
      lambda w: optim.RMSprop(w.values(), alpha=0.9, eps=0.01, momentum=0.7))
train("rmsprop centered=true", lambda w: optim.RMSprop(w.values(), centered=True))
train("rmsprop alpha=0.9 momentum=0.5 centered=true",
      lambda w: optim.RMSprop(w.values(), alpha=0.9, momentum=0.5, centered=True))

schedulers = optim.lr_scheduler
losses = [3, 2, 1.9999, 1.5, 1.6, 1.7, 1.55, 1.52, 1.6, 1.4, 1.39, 1.41, 1.4, 1.399, 1.3, 1.31, 1.31, 1.31, 1.31, 1.31, 1.31,
          1.31, 1.2, 1.2, 1.2]
line("losses", values=losses)


def schedule(title, make, step):
    optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.2)
    scheduler = make(optimizer)
    found = []
    for loss in losses:
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        step(scheduler, loss)
    line("schedule", title, values=found)


schedule("exponential-per-step", lambda o: schedulers.ExponentialLR(o, gamma=0.9), lambda s, loss: s.step())
schedule("cosine", lambda o: schedulers.CosineAnnealingLR(o, T_max=STEPS - 1, eta_min=0.01), lambda s, loss: s.step())
schedule("plateau", lambda o: schedulers.ReduceLROnPlateau(o, mode="min", factor=0.3, patience=2, threshold=0.01,
                                                           threshold_mode="rel", eps=0), lambda s, loss: s.step(loss))

logits = (torch.randn(2, 3, 4, generator=generator) * 5).requires_grad_()
targets = torch.softmax(torch.randn(2, 3, 4, generator=generator) * 2, dim=-1)
targets[0, 0] = torch.tensor([0.0, 1, 0, 0])
mask = torch.tensor([[1, 0.5, 0], [2, 1, 0.25]])
losses_of_steps = torch.nn.functional.cross_entropy(logits.reshape(6, 4), targets.reshape(6, 4), reduction="none")
value = (losses_of_steps * mask.reshape(6)).sum() / mask.sum()
value.backward()
line("logits", values=logits.detach().flatten())
line("targets", values=targets.flatten())
line("mask", values=mask.flatten())
line("cross-entropy", values=[value.detach()])
line("cross-entropy-gradient", values=logits.grad.flatten())
