import { useTexts } from '../shell/texts.tsx';

/** The device's own camera application, which asks no permission of the browser; a computer shows a choice of files. */
export function CameraAppButton({ onPhoto }: { readonly onPhoto: (photo: File) => void }) {
  const t = useTexts('capture');
  return (
    <label className="button button-quiet relative focus-within:outline-3 focus-within:outline-focus">
      {t('camera_app')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={({ currentTarget }) => {
          const [photo] = currentTarget.files ?? [];
          if (photo !== undefined) onPhoto(photo);
        }}
      />
    </label>
  );
}
