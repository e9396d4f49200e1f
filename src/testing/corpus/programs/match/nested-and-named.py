def f(x):
    match x:
        case [head, [a, b] as pair, *_, {"k": v}]:
            return (head, a, b, pair, v)
        case [[x, _], [_, y]] | {"x": x, "y": y}:
            return x, y
        case (1 | 2 | 3) as n:
            return n * 10


print(f([0, (1, 2), 5, 6, {"k": "v"}]), f([[1, 2], [3, 4]]), f({"x": 5, "y": 6}), f(2), f(4))
# expect: (0, 1, 2, (1, 2), 'v') (1, 4) (5, 6) 20 None
