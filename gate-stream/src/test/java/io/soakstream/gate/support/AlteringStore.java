package io.soakstream.gate.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** A supplier of a store that puts another text of the same length in place of one that it is given. */
public final class AlteringStore implements KeyValueBytesStoreSupplier {
    private final KeyValueBytesStoreSupplier honest;
    private String from = "";
    private String to = "";

    public AlteringStore(KeyValueBytesStoreSupplier honest) {
        this.honest = honest;
    }

    /** From now on. */
    public void replace(String text, String other) {
        from = text;
        to = other;
    }

    @Override
    public String name() {
        return honest.name();
    }

    @Override
    public String metricsScope() {
        return honest.metricsScope();
    }

    @Override
    @SuppressWarnings("unchecked")
    public KeyValueStore<Bytes, byte[]> get() {
        KeyValueStore<Bytes, byte[]> store = honest.get();
        InvocationHandler altering = (proxy, method, arguments) -> {
            if (method.getName().equals("put") && arguments[1] != null) {
                arguments[1] = altered((byte[]) arguments[1]);
            }
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return (KeyValueStore<Bytes, byte[]>)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {KeyValueStore.class}, altering);
    }

    /** Byte by byte, as other bytes are no text. */
    private byte[] altered(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        return text.replace(from.isEmpty() ? "\0none" : from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
