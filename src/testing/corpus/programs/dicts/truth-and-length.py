d = {}
print(bool(d), len(d), not d)
d[0] = 0
print(bool(d), len(d), not d)
if d:
    print("has entries")
# expect: False 0 True
# expect: True 1 False
# expect: has entries
