def f(d):
    match d:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", "w": w, **rest}:
            return f"rect {w} {rest}"
        case {"pair": [a, b], 1: None}:
            return (a, b)
        case {}:
            return "some dictionary"
    return "none"


print(f({"type": "circle", "r": 3, "x": 1}))
print(f({"type": "rect", "w": 3, "c": "red"}))
print(f({"pair": [1, 2], 1: None}), f({"z": 0}), f([]))
# expect: circle 3
# expect: rect 3 {'c': 'red'}
# expect: (1, 2) some dictionary none
