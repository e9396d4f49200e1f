class Squares(dict):
    def __missing__(self, n):
        self[n] = n * n
        return self[n]


squares = Squares()
print(squares[4], squares[3], squares, squares.get(9), 9 in squares)
# expect: 16 9 {4: 16, 3: 9} None False
