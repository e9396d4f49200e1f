x = 1
print f"{y}"  # error: undefined-name
print f"{x +}"  # error: expected-expression
print f"{x x}"  # error: side-by-side
print f"{len(x}"  # error: unclosed-bracket
print f"{}"  # error: fstring-empty
