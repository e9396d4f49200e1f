# A decorator that marks the functions that it is given.
handlers = {}
def command(f):
    f.isCommand = True
    handlers[f.__name__] = f
    return f
@command
def start():
    return "started"
@command
def stop():
    return "stopped"
print(sorted(handlers), start.isCommand, handlers["stop"]())

# expect: ['start', 'stop'] True stopped
