t = ()
print t, len(t), (1,), (1, 2), ((),), [(), (1,)], type(t)
# expect: () 0 (1,) (1, 2) ((),) [(), (1,)] <type 'tuple'>
t = 1, "b", 2.5
print t, (1), ("a", [1, (2,)])
# expect: (1, 'b', 2.5) 1 ('a', [1, (2,)])
if (): print "never"
if (0,): print "something"
# expect: something
