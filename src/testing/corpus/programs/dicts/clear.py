d = {i: i for i in range(20)}
e = d
d.clear()
print(d, e, len(d))
d["again"] = 1
print(e)
# expect: {} {} 0
# expect: {'again': 1}
