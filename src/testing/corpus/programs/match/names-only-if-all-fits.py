x = "before"
match [1, 2]:
    case [x, 3]:
        print("no")
    case [y, 2] if y > 5:
        print("no")
    case [1, z]:
        print(x, y, z)
# expect: before 1 2
