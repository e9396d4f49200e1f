def f(least):
    def keep(xs):
        return [x for x in xs if x >= least]
    return keep
print(f(3)([1, 2, 3, 4]))
# expect: [3, 4]
