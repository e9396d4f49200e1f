d = {"a": 1, "b": 2}
for k in d:  # fault: size-changed
    print(k)
    d[k + "!"] = 0
# expect: a
