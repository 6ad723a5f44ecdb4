"""Lessons for tests: texts of files, each a change of one that is right."""

from core.lessons import lesson_file

HEAD = """---
lesson: A title
about: One line
where: K = 700, N = 1000
---
"""

PLACE = """
## Where is the top

```step
id: slope
data: 1011011101
pi: 0.42
plots: likelihood, bce
hide: optimum
formula: score
```

The [tangent](#mark:tangent) at {pi}.

### predict

```ask
kind: place
answer: mle
within: 0.02
```

{n} observations. Where?

### hint
A hint.

### right
You said {prediction}.

### wrong
You said {prediction:p}.

### reveal

```then
pi: mle
light: mark:optimum
```

It is {= mle}, as [here](#mark:prediction).
"""

NUMBER = """
## How much

```step
id: amount
```

### predict

```ask
kind: number
answer: bce
within: 5 %
```

How much?

### reveal
{prediction}
"""

CHOICE = """
## Which

```step
id: which
```

Words.

### predict

```ask
kind: choice
claim: likelihood(0.5, 2, 4) == 0.5**4
```

Which?

- [x] This {n}
- [ ] That
"""

DO = """
## Do it

```step
id: try
```

Words.

### predict

```ask
kind: do
until: kl < 0.01
```

Move it.

```solve
pi: mle
```

### reveal
Done at {pi}.
"""

WHOLE = HEAD + PLACE + NUMBER + CHOICE + DO


def lesson_of(text, name="07-mle.md"):
    return lesson_file.parse(text, name)


def step_of(step, name="07-mle.md"):
    """A lesson of one step, and the step."""
    lesson = lesson_of(HEAD + step, name)
    return lesson, lesson.steps[0]


def mistakes_of(text, name="07-mle.md"):
    """All mistakes, in words."""
    _lesson, mistakes = lesson_file.read(text, name)
    return [str(error) for error in mistakes]
