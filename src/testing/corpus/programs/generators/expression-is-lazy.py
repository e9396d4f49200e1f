def shown(x):
    print("computes", x)
    return x


g = (shown(x) for x in [1, 2, 3] if x != 2)
print("made")
print(next(g))
print(next(g))
# expect: made
# expect: computes 1
# expect: 1
# expect: computes 3
# expect: 3
