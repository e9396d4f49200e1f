# Objects make their text wherever a text is made of them.
class W:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f"W{self.n}"
class S:
    def __str__(self):
        return "s!"
d = {"a": W(1), W(2): [W(3)]}
print(d, d.values(), list(d.items()), (W(4),), {W(5)})
print("%s %r %s" % (W(1), W(2), [W(3)]), "{} {!r:>4}|{:>3}".format(W(1), W(2), str(W(3))), f"{[W(1)]} {S()}")
print(str([W(6)]), repr((W(7), "x")), ValueError(W(8)))
# expect: {'a': W1, W2: [W3]} dict_values([W1, [W3]]) [('a', W1), (W2, [W3])] (W4,) {W5}
# expect: W1 W2 [W3] W1   W2| W3 [W1] s!
# expect: [W6] (W7, 'x') W8
