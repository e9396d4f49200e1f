print [], [1], [1, 2.5, "a", True, None]
# expect: [] [1] [1, 2.5, 'a', True, None]
print [[1, 2], [3, [4]]]
# expect: [[1, 2], [3, [4]]]
print (1, 2), (1,), ()
# expect: (1, 2) (1,) ()
print [(1, "b")]
# expect: [(1, 'b')]
