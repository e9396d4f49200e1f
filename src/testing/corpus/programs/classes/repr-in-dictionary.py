class B:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return f"B({self.x})"
print({"b": B(1)}, {1: [B(2)]}, {"k": {"j": (B(4),)}}, len({B(5)}), [{B(6)}], {})
# expect: {'b': B(1)} {1: [B(2)]} {'k': {'j': (B(4),)}} 1 [{B(6)}] {}
