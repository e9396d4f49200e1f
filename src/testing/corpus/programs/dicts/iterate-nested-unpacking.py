d = {(0, 1): ("a", [1, 2]), (2, 3): ("b", [3, 4])}
for (x, y), (name, (p, q)) in d.items():
    print(x, y, name, p, q)
# expect: 0 1 a 1 2
# expect: 2 3 b 3 4
