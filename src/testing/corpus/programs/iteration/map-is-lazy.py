def shown(x):
    print("computes", x)
    return x * x


m = map(shown, [1, 2, 3])
print("made")
print(next(m))
for x in m:
    print(x)
print(list(m))
# expect: made
# expect: computes 1
# expect: 1
# expect: computes 2
# expect: 4
# expect: computes 3
# expect: 9
# expect: []
