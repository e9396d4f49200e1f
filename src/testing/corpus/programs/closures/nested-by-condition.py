def choose(up):
    if up:
        def step(x):
            return x + 1
    else:
        def step(x):
            return x - 1
    return step(10)
print(choose(True), choose(False))
# expect: 11 9
