def make():
    seen = []
    def add(x):
        seen.append(x)
        return len(seen)
    return add
f = make()
g = make()
print(f(1), f(2), g(3))
# expect: 1 2 1
