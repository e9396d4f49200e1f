# A class is raised as an exception without arguments.
try:
    raise ValueError
except ValueError as e:
    print("[" + str(e) + "]", f"{e!r}", e.args)

# expect: [] ValueError() ()
