def answers():
    while True:
        try:
            got = yield "ready"
            print("got", got)
        except ValueError as e:
            print("caught", e)


t = answers()
print(next(t))
print(t.throw(ValueError("bad")))
print(t.send(5))
try:
    t.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(next(t, "ended"))
# expect: ready
# expect: caught bad
# expect: ready
# expect: got 5
# expect: ready
# expect: out 'k'
# expect: ended
