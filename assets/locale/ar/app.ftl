# Words on the screens. Keys begin with "app-".
