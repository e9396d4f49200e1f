d = {}
for i in range(500):
    d["key" + str(i)] = i
print(len(d), d["key0"], d["key499"], "key500" in d)
for i in range(0, 500, 2):
    del d["key" + str(i)]
print(len(d), list(d)[:3], sum(d.values()))
for i in range(0, 500, 2):
    d["key" + str(i)] = -i
print(len(d), list(d)[-1], sum(d.values()))
# expect: 500 0 499 False
# expect: 250 ['key1', 'key3', 'key5'] 62500
# expect: 500 key498 250
