class Recorder:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("delete", key)


r = Recorder()
print(r[1:2], r[::3], r[:], r[1], r[1, 2], r[1:2, 3], r[..., 0], r[:, ::2], r[1,])
r[1:3] = 5
r[0, :] = 6
del r[::2]
print(r[1:5].stop, r["a":"b"])
# expect: slice(1, 2, None) slice(None, None, 3) slice(None, None, None) 1 (1, 2) (slice(1, 2, None), 3) (Ellipsis, 0) (slice(None, None, None), slice(None, None, 2)) (1,)
# expect: set slice(1, 3, None) 5
# expect: set (0, slice(None, None, None)) 6
# expect: delete slice(None, None, 2)
# expect: 5 slice('a', 'b', None)
