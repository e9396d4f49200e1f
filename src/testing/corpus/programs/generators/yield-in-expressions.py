def f():
    x = 1 + (yield 10) * 2
    print(x)
    print((yield "a"), (yield "b"))
    y = [(yield), (yield 3)]
    print(y)


g = f()
print(next(g))
print(g.send(4))
print(g.send("A"))
print(g.send("B"))
print(g.send(8))
print(next(g, "end"))
# expect: 10
# expect: 9
# expect: a
# expect: b
# expect: A B
# expect: None
# expect: 3
# expect: [8, None]
# expect: end
