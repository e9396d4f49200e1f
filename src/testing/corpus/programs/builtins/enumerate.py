for i, x in enumerate(["a", 2.5, None]):
    print i, x
# expect: 0 a
# expect: 1 2.5
# expect: 2 None
print enumerate("ab", 5), enumerate([]), enumerate((7,), start=-1)
# expect: [(5, 'a'), (6, 'b')] [] [(-1, 7)]
