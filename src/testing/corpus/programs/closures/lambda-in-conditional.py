def pick(flag):
    return (lambda x: x + 1) if flag else (lambda x: x - 1)
print(pick(True)(1), pick(False)(1))
f = lambda x: "big" if x > 10 else "small"
print(f(11), f(9))
# expect: 2 0
# expect: big small
