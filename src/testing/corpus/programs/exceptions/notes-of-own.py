# The same of an exception of the program's own, on its way through handlers.
class Full(Exception):
    def __init__(self, room):
        super().__init__(f"no room for {room}")
        self.room = room
def fill():
    try:
        raise Full(3)
    except Full as e:
        e.add_note("while filling")
        raise
try:
    fill()
except Full as e:
    e.add_note("at the top")
    print(e, e.room, e.__notes__)

# expect: no room for 3 3 ['while filling', 'at the top']
