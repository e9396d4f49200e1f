def f():
    print("begins")
    yield 1
    print("goes on")
    yield 2
    print("ends")


g = f()
print("made")
print(next(g))
print(next(g))
print(next(g, "nothing left"))
print(next(g, "still nothing"))
# expect: made
# expect: begins
# expect: 1
# expect: goes on
# expect: 2
# expect: ends
# expect: nothing left
# expect: still nothing
