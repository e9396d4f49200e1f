def count():
    n = 0
    while True:
        yield n
        n += 1


g = count()
print(next(g), next(g))
g.close()
print(next(g, "closed"))
g.close()
h = count()
h.close()
print(next(h, "never began"))
# expect: 0 1
# expect: closed
# expect: never began
