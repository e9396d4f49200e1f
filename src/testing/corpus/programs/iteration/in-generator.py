def count(n):
    for i in range(n):
        yield i


g = count(10)
print(3 in g)
print(next(g))
print(4 in g)
print(next(g, "all looked through"))
print(7 not in count(5), 2 not in count(5))
if 1 in count(3):
    print("yes")
# expect: True
# expect: 4
# expect: False
# expect: all looked through
# expect: True False
# expect: yes
