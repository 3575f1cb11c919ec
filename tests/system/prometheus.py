"""A strict reader of Prometheus' text format 0.0.4: whatever a scraper could stumble over is an error."""
import re

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
SAMPLE = re.compile(rf"({NAME})(?:\{{({LABEL}(?:,{LABEL})*)\}})? (\+Inf|NaN|-?[0-9.]+(?:e[+-]?[0-9]+)?)")
HEAD = re.compile(rf"# (HELP|TYPE) ({NAME}) (.+)")
ENDINGS = {"histogram": ("_bucket", "_sum", "_count"), "counter": ("",), "gauge": ("",)}


class Page:
    """`value` and `sum` look samples up; `types` has the type of each family."""

    def __init__(self, text):
        assert text.endswith("\n")
        self.types, self.samples, self.helped = {}, {}, set()
        self.family = None
        for line in text.splitlines():
            if line.startswith("#"):
                self.read_head(line)
            else:
                self.read_sample(line)
        for name, kind in self.types.items():
            assert name in self.helped, f"{name} has no HELP"
            if kind == "histogram":
                self.check_histogram(name)

    def read_head(self, line):
        kind, name, rest = HEAD.fullmatch(line).groups()
        if kind == "HELP":
            assert name not in self.helped, f"{name} has two HELP lines"
            self.helped.add(name)
        else:
            assert name not in self.types, f"{name} has two TYPE lines"
            assert rest in ENDINGS, line
            self.types[name] = rest
        self.family = name

    def read_sample(self, line):
        match = SAMPLE.fullmatch(line)
        assert match, f"no sample: {line!r}"
        name, labels, value = match.groups()
        endings = ENDINGS[self.types[self.family]]
        assert name in [self.family + ending for ending in endings], f"{line} stands in {self.family}"
        if self.types[self.family] == "counter":
            assert name.endswith("_total") and float(value) >= 0, line
        series = name, frozenset(re.findall(r'([a-zA-Z0-9_]+)="((?:[^"\\]|\\.)*)"', labels or ""))
        assert series not in self.samples, f"twice: {line}"
        self.samples[series] = float(value)

    def check_histogram(self, name):
        buckets = sorted((float(dict(labels)["le"]), count) for (of, labels), count in self.samples.items()
                         if of == name + "_bucket")
        counts = [count for _, count in buckets]
        assert counts == sorted(counts), f"{name} is not cumulative"
        assert buckets[-1] == (float("inf"), self.value(name + "_count")), name

    def value(self, name, **labels):
        return self.samples[name, frozenset(labels.items())]

    def all(self, name, **labels):
        """Values that are not 0 by the labels that were not given."""
        wanted = set(labels.items())
        found = {}
        for (of, series), value in self.samples.items():
            if of == name and wanted <= series and value:
                found[tuple(sorted(text for _, text in series - wanted))] = value
        return {key[0] if len(key) == 1 else key: value for key, value in found.items()}
