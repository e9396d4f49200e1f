row = "{:<6}{:>6.2f}"
for name, price in [("tea", 1.5), ("coffee", 2.25)]:
    print(row.format(name, price))
# expect: tea     1.50
# expect: coffee  2.25
