t = 1, "b", 2.5
print t[0], t[-1], t[1:], t[::-1], t[5:]
# expect: 1 2.5 ('b', 2.5) (2.5, 'b', 1) ()
print t + (4,), t * 2, 2 * (0,), () + (), (1,) * 0
# expect: (1, 'b', 2.5, 4) (1, 'b', 2.5, 1, 'b', 2.5) (0, 0) () ()
print 2.5 in t, 3 in t, 3 not in t, t == (1, "b", 2.5), (1,) != (1.0,)
# expect: True False True True False
print (1, 2) < (1, 3), (1,) < (1, 0), (2,) >= (1, 9), ("a", 1) > ("a", 0), () < (0,)
# expect: True True True True True
print max((3, 1)), min((2, 4)), sum((1, 2)), sorted((2, 1)), len((1, 2)), t.index("b"), t.count(1)
# expect: 3 2 3 [1, 2] 2 1 1
t += (9,)
print t
# expect: (1, 'b', 2.5, 9)
