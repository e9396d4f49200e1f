# break, continue and return lead out of a case.
def f(items):
    for item in items:
        match item:
            case 0:
                continue
            case "stop":
                break
            case int(n):
                print(n)
            case [*inner]:
                return inner
    else:
        return "all"
    return "stopped"


print(f([1, 0, 2]), f([3, "stop", 4]), f([5, (6, 7), 8]))
# expect: 1
# expect: 2
# expect: 3
# expect: 5
# expect: all stopped [6, 7]
