# return out of a loop in a try in a loop.
def find(rows, wanted):
    for r in range(len(rows)):
        try:
            for c in range(len(rows[r])):
                if rows[r][c] == wanted:
                    return r, c
        finally:
            print("row", r)
    return None

print(find([[1, 2], [3, 4], [5, 6]], 4))
print(find([[1, 2]], 9))

# expect: row 0
# expect: row 1
# expect: (1, 1)
# expect: row 0
# expect: None
