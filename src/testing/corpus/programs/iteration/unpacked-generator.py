def count(n):
    for i in range(n):
        yield i


a, b, c = count(3)
print(a, b, c)
[d, e] = count(2)
print(d, e)
(f,) = count(1)
print(f)
x, y = iter("pq")
print(x, y)
k, v = enumerate("ab")
print(k, v)
# expect: 0 1 2
# expect: 0 1
# expect: 0
# expect: p q
# expect: (0, 'a') (1, 'b')
