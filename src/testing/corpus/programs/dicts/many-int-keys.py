d = {i * 7: i for i in range(300)}
print(d[7 * 299], 8 in d, len(d))
d = {-i: i for i in range(50)}
print(d[-49], d[0], -50 in d)
# expect: 299 False 300
# expect: 49 0 False
