x = native rtl_coreid()  # error: classic-native
native rtl_send(7, 1)  # error: classic-native
native rtl_snd(7, 1)  # error: unknown-native
native = 3
print native
