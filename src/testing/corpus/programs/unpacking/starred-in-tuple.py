xs = [1, 2]
t = *xs, 3
u = (*xs,)
print(t, u, (0, *xs), (*"ab", *xs))
# expect: (1, 2, 3) (1, 2) (0, 1, 2) ('a', 'b', 1, 2)
