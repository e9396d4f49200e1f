# No handler takes what these are.
try:
    print(nothing)  # error: undefined-name
except ValueError:
    pass
print(nothing)  # error: undefined-name


def never_called():
    return nothing  # error: undefined-name
