rows = [[3, "x"], [1, "y"], [2, "z"]]
same = rows
print(rows.sort(key=lambda r: r[0]))
print(rows, same is rows)
rows.sort(key=lambda r: r[1], reverse=True)
print(rows)


def second(row):
    return row[1]


rows.sort(key=second)
print(rows)
# expect: None
# expect: [[1, 'y'], [2, 'z'], [3, 'x']] True
# expect: [[2, 'z'], [1, 'y'], [3, 'x']]
# expect: [[3, 'x'], [1, 'y'], [2, 'z']]
