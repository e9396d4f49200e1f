def f(xs):
    for i in range(len(xs)):
        xs[i] += 1
        yield xs


xs = [1, 2, 3]
for same in f(xs):
    print(same is xs, xs)
# expect: True [2, 2, 3]
# expect: True [2, 3, 3]
# expect: True [2, 3, 4]
