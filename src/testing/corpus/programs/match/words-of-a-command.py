def do(text):
    match text.split():
        case ["go", ("north" | "south") as way]:
            return "going " + way
        case ["go", other]:
            return "cannot go " + other
        case ["drop", *things]:
            return things
        case [*_, "quit"]:
            return "quit"
        case []:
            return "nothing"
    return "what?"


for text in ["go north", "go up", "drop a b", "drop", "now quit", "", "x y"]:
    print(do(text))
# expect: going north
# expect: cannot go up
# expect: ['a', 'b']
# expect: []
# expect: quit
# expect: nothing
# expect: what?
