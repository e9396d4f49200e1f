class Row(list):
    pass


class Cell:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"<{self.x}>"


rows = [Row([Cell(1), Cell(2)]), Row()]
print(rows, rows[0][1].x, rows[0])
rows[1].append(Row([3]))
print(rows[1], [len(row) for row in rows], rows[1] == [[3]], sorted([Row([2]), Row([1, 5])]))
# expect: [[<1>, <2>], []] 2 [<1>, <2>]
# expect: [[3]] [2, 1] True [[1, 5], [2]]
