# Sourced by ./run: larderd on its embedded store and the desktop client signed in to it; the first time it makes the
# account. What both keep stays in LARDER_HOME, so that the next ./run finds the lists of this one. When the window is
# closed, larderd ends too.

home=${LARDER_HOME:-$top/.larder}
mkdir -p "$home"
if [ ! -e "$home/password" ]; then
    (umask 077 && head -c 18 /dev/urandom | base64 >"$home/password")
fi
start_server "$home/server" --http-port 0 --sync-port 0
echo "larderd serves $server_url; its log is $home/server/larderd.log"

"$larder" --database "$home/larder.sqlite" --server "$server_url" \
    --sign-in-as you@larder.example --register-as You --password-file "$home/password"
