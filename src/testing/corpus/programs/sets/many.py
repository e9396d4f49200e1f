s = set()
for i in range(400):
    s.add(i * 3)
print(len(s), 1197 in s, 1198 in s, sum(s))
for i in range(0, 400, 2):
    s.discard(i * 3)
print(len(s), min(s), sum(s))
# expect: 400 True False 239400
# expect: 200 3 120000
